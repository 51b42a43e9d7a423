"""spaceplan: a command-line tracker for government roadmap milestones."""

__version__ = "0.1.0"
