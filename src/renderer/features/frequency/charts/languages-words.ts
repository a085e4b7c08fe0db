export const languagesWords = {
  title: 'Language versions side by side',
  says: 'Each language against the other articles in that language, by log-likelihood.',
  noSubject: 'No field tells which articles are versions of one story. Give them a common “subject” in the metadata.',
  none: 'No word stands out.',
};
