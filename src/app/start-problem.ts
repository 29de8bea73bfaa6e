/** Why the program cannot start, in words for its operator: what happened and what to do. */
export class StartProblem extends Error {}
