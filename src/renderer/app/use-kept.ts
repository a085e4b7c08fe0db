/** What a part of the page asks while it is drawn; the answer before stays until the next has come. */
import { useState } from 'react';
import { type Answered, useAnswer } from './use-answer.ts';

/** As `useAnswer`, but an answer to an older question stands as long as `subject` is the same. */
export function useKept<Answer>(
  subject: string,
  asked: string,
  ask: () => Promise<Answer | null>,
): Answered<Answer> | null {
  const answered = useAnswer(asked, ask);
  const [kept, setKept] = useState<{ readonly subject: string; readonly answered: Answered<Answer> } | null>(null);
  if (answered && answered !== kept?.answered) setKept({ subject, answered });
  return answered ?? (kept?.subject === subject ? kept.answered : null);
}
