"""Who wants a chair, a meal, a place in a car."""

from hypothesis import given
from hypothesis import strategies as st

from desk.model.choices import Answer, Role
from desk.rules.heads import Comer, Heads, count_heads


def test_press_drivers_and_security_want_no_chair() -> None:
    heads = count_heads(
        [
            Comer(Role.HEAD),
            Comer(Role.MEMBER, Answer.TENTATIVE),
            Comer(Role.MEMBER, count=12, named=False),
            Comer(Role.PRESS, count=4, named=False),
            Comer(Role.INTERPRETER),
            Comer(Role.DRIVER),
            Comer(Role.SECURITY),
            Comer(Role.MEMBER, Answer.DECLINED),
            Comer(Role.DEPUTY, Answer.REPRESENTED),
        ]
    )
    assert heads == Heads(
        named=3, unnamed=12, tentative=1, press=4, interpreters=1, drivers=1, security=1
    )
    assert (heads.chairs, heads.meals, heads.cars) == (16, 22, 17)


COMERS = st.lists(
    st.builds(
        Comer,
        st.sampled_from(Role),
        st.sampled_from(Answer),
        st.integers(min_value=0, max_value=30),
        st.booleans(),
    )
)


@given(COMERS)
def test_everybody_who_comes_is_counted_once(comers: list[Comer]) -> None:
    come = sum(comer.count for comer in comers if comer.answer is not Answer.DECLINED)
    assert count_heads(comers).meals == come


@given(COMERS, COMERS)
def test_two_lists_together_are_their_sum(one: list[Comer], other: list[Comer]) -> None:
    parts = (count_heads(one), count_heads(other))
    assert count_heads(one + other).chairs == sum(heads.chairs for heads in parts)
    assert count_heads(one + other).cars == sum(heads.cars for heads in parts)
