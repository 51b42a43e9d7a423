"""All rows that say what the words around a time make of it, in the order they are tried."""

from __future__ import annotations

from spaceplan.source.draft import roles_aimed, roles_named

ROLES = (*roles_named.ROLES, *roles_aimed.ROLES)
