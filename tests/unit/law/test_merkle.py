"""The tree over all heads: RFC 6962's own vectors, and every pair of sizes shown to continue one another or refused."""

import hashlib

import pytest

from ppid import verify
from ppid.law import merkle
from ppid.law.merkle import Tree, leaf_hash

# Leaves and roots of the reference implementation of Certificate Transparency.
LEAVES = [bytes.fromhex(one) for one in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


def tree_of(size: int) -> Tree:
    return Tree(leaf_hash(str(number).encode()) for number in range(size))


@pytest.mark.parametrize(("size", "root"), list(enumerate(ROOTS, 1)))
def test_the_root_is_that_of_rfc_6962(size, root):
    assert Tree(leaf_hash(leaf) for leaf in LEAVES[:size]).root().hex() == root
    assert Tree(leaf_hash(leaf) for leaf in LEAVES).root(size).hex() == root


def test_an_empty_tree_has_the_hash_of_nothing():
    assert Tree([]).root() == hashlib.sha256(b"").digest()


@pytest.mark.parametrize("size", range(1, 34))
def test_each_leaf_is_shown_to_lie_in_the_tree_and_no_other(size):
    tree = tree_of(size)
    for index in range(size):
        leaf, nodes = leaf_hash(str(index).encode()), tree.inclusion(index)
        assert merkle.includes(leaf, index, size, tree.root(), nodes)
        assert verify.leads_to_root({(0, index): leaf}, size, tree.root(), nodes)
        assert not merkle.includes(leaf_hash(b"strange"), index, size, tree.root(), nodes)
        assert not merkle.includes(leaf, index + 1, size, tree.root(), nodes)


@pytest.mark.parametrize("size", range(34))
def test_each_smaller_tree_is_shown_to_be_continued_and_no_other(size):
    tree = tree_of(size)
    nodes = tree.consistency(range(size + 1))
    for older in range(size + 1):
        assert merkle.continues(older, tree.root(older), size, tree.root(), nodes)
        forged = Tree(leaf_hash(b"forged" if number == older - 1 else str(number).encode()) for number in range(older))
        if older:
            assert not merkle.continues(older, forged.root(), size, tree.root(), nodes)
    assert not merkle.continues(size + 1, tree_of(size + 1).root(), size, tree.root(), nodes)


def test_a_missing_or_broken_node_shows_nothing():
    tree = tree_of(11)
    nodes = tree.consistency([5])
    for place in nodes:
        without = {name: value for name, value in nodes.items() if name != place}
        changed = {**nodes, place: "00" * 32}
        assert not merkle.continues(5, tree.root(5), 11, tree.root(), without)
        assert not merkle.continues(5, tree.root(5), 11, tree.root(), changed)
        assert not merkle.continues(5, tree.root(5), 11, tree.root(), {**nodes, place: "not hex"})


def test_many_earlier_sizes_share_their_nodes():
    """A year of daily checkpoints stays a short document."""
    tree = tree_of(5000)
    assert len(tree.consistency(range(13, 5000, 14))) < 3000
