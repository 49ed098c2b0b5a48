"""Work on what strangers send, in processes that may be lost: one file never stops the others.

`run` hands items to one or two persistent workers. A worker that takes too long, fills its
memory or dies is replaced; whoever asked gets a `Failure` for that one item and the results of
all others, in the order of the items. Nothing here knows what the work is.
"""

from toolkit.isolation.messages import Failure, Fate
from toolkit.isolation.pool import run, start, stop

__all__ = ["Failure", "Fate", "run", "start", "stop"]
