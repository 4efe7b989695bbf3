/** The ladder from A, who has not bought yet, to E, who comes often and spends much each time: as `metrics/ladder.sql` has it. */

export const ladderSteps = ['A', 'B', 'C', 'D', 'E'] as const;
export type LadderStep = (typeof ladderSteps)[number];
