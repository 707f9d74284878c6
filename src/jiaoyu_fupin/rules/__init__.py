"""The rule language, and its readings: one module each, over one declaration.

The way of a benefit from the clause to an answer::

    ast, facts, benefit      what an author writes: conditions and amounts as frozen values
          │
    variables, domain        what all benefits of one kind of subject ask, and which values they tell apart
          │
    normal, diagram          each benefit as a function of those classes, each fact asked at most once
          │
          ├── evaluate       one subject: outcome, bounds, missing facts
          ├── columns        whole columns of a frame: the same answers
          └── reasons        why, along the declared condition

    prose                    the words, read from the declaration itself

A worked example stands in `diagram`.
"""
