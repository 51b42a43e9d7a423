"""The plan for other programs: calendar and database."""
