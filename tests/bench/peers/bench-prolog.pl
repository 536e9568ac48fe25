% SPDX-FileCopyrightText: 2026 The Leio authors
% SPDX-License-Identifier: GPL-3.0-or-later
%
% swipl bench-prolog.pl -- PROGRAM CASES: the statuses of each case of CASES, one line a
% case, and last the processor time for a case in microseconds.

:- initialization(main, main).

take(Facts) :-
    retractall(given(_, _)),
    retractall(given_member(_, _)),
    abolish_all_tables,
    forall(member(Fact, Facts), assertz(Fact)).

statuses(Facts, Statuses) :-
    take(Facts),
    findall(T-S, status(T, S), Statuses).

print_case(Facts) :-
    statuses(Facts, Statuses),
    forall(member(T-S, Statuses), format("~w=~w ", [T, S])),
    nl.

main([Program, Cases]) :-
    consult(Program),
    read_file_to_terms(Cases, All, []),
    forall(member(Facts, All), print_case(Facts)),
    length(All, N),
    statistics(cputime, Start),
    forall(member(Facts, All), statuses(Facts, _)),
    statistics(cputime, End),
    Time is (End - Start) * 1000000 / N,
    format("~2f~n", [Time]).
