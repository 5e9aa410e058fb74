"""The folders of the eight lessons, in their order. They are permanent ids: learners' records and LMS packages hold them."""

LESSONS = (
    "00-introduction",
    "01-what-is-track-two",
    "02-theoretical-foundations",
    "03-theory-meets-practice",
    "04-the-third-party",
    "05-problem-solving-workshops",
    "06-transfer-and-evaluation",
    "07-conclusion",
)
