"""spaceplan: a command-line tracker for government roadmap milestones."""

__version__ = "1.0.0"
