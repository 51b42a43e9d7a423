"""Changes to a plan: what is wished, whether it may be, and what is then recorded.

``decide`` and its neighbours decide (pure functions of a plan and a moment); ``carry_out`` has it
written, under the lock; ``put_in_file`` puts fields and entries into the text, ``take_back`` takes
them out again.
"""
