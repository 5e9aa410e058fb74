from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.shuffle import deal, shuffled

names = st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=4), unique=True, max_size=30)
packs = st.dictionaries(st.sampled_from("wxyz"), st.integers(1, 20), min_size=1).map(
    lambda sizes: {group: [f"{group}{n}" for n in range(size)] for group, size in sizes.items()}
)


@given(names, st.integers(0, 2**40))
def test_a_shuffle_is_a_permutation_fixed_by_its_seed(row, seed):
    once = shuffled(row, seed)
    assert sorted(once) == sorted(row)
    assert once == shuffled(reversed(row), seed)


def test_a_shuffle_stays_the_same_for_ever():
    """Saved attempts depend on it: if this fails, the code is wrong, not the test."""
    assert shuffled(["ant", "bee", "cat", "dog"], 7) == ["dog", "bee", "ant", "cat"]
    assert shuffled("abcdef", 0) == list("aefdcb")
    assert deal({"x": list("abcd"), "y": list("pq")}, 3, 1) == ["a", "p", "c"]


@given(packs, st.integers(1, 15), st.integers(0, 500))
def test_a_round_has_its_size_and_no_name_twice(pack, draw, seed):
    dealt = deal(pack, draw, seed)
    assert len(set(dealt)) == len(dealt) == min(draw, sum(map(len, pack.values())))


@given(packs, st.integers(1, 15))
def test_no_name_returns_before_the_pack_is_used_up(pack, draw):
    rounds = max(1, sum(map(len, pack.values())) // draw)
    dealt = [name for seed in range(rounds) for name in deal(pack, draw, seed)]
    assert len(set(dealt)) == len(dealt)


@given(packs, st.integers(4, 15), st.integers(0, 50))
def test_every_round_holds_a_fair_share_of_each_group(pack, draw, seed):
    dealt = deal(pack, draw, seed)
    total = sum(map(len, pack.values()))
    for group, members in pack.items():
        share = sum(name in members for name in dealt)
        assert abs(share - len(dealt) * len(members) / total) <= len(pack), group
