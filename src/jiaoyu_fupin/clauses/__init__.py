"""Every word a policy is written in: the authors' one door."""
