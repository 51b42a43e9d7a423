"""Roadmap documents: text → lines → topics and bullets → phrases → drafts; and revisions."""
