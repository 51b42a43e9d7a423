"""The domain: times, the plan, what was true when. No file, no clock, no printing."""
