"""Changes to a plan: what is wished, whether it may be, and what is then recorded.

``change`` decides (pure functions of a plan and a moment); ``carry_out`` puts what was decided
into the file through ``plan_file.edit`` and ``plan_file.write``.
"""
