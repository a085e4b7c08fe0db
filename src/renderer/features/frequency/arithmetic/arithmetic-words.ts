export const arithmeticWords = {
  title: (score: string) => `The arithmetic of ${score}`,
  score: 'Score',
  numbers: 'The numbers',
  cells: 'Contingency table',
  formula: 'The formula, filled in',
  source: 'Defined in',
  parity: 'As other programs give it',
  undefined: 'not defined',
};
