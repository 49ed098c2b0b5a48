"""The toolkit beside its peers on the same work, in one run: `make bench`.

Times on shared machines drift, so what counts are the ratios. The work is one dossier of
workbooks as communes have them; the floor reads every cell and writes the same rows, and knows
nothing of what they mean; the peers are the scripts that people write today.
"""
