"""Rendering: tables of strings, or plain data, become text. Nothing here knows what a plan is.

One module per format. The types of a table are in ``table``; they and the functions of ``text``
are what the formats share. Importing any of these modules does not import rich.
"""
