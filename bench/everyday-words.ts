/**
 * The everyday words of two languages, the most frequent first: the first ranks of a generated corpus. They are what a language
 * is told by, in this program as in any, and every second word of a real text is one of them. From general knowledge of both
 * languages, not counted anywhere.
 */
const english =
  'the of and to a in that is was it for on with he as be at by i his this have from not but had they which are or she you ' +
  'her an we were there been one all their has would when if so no will him what who more up out said about into them can some ' +
  'only other new time could these may two then do first any my now such like our over man me even most made after also did many ' +
  'before must through years where much your way well down should because each just those people mr how too little state good very ' +
  'make world still own see men work long get here between both life being under never day same another know while last might us ' +
  'great old year off come since against go came right used take three states himself few house use during without again place ' +
  'american around however home small found mrs thought went say part once general high upon school every country government';

const arabic =
  'في من على أن إلى التي عن لا ما هذا هذه الذي كان مع ذلك أو بين كل بعد هو قد لم إن هي كما كانت عند غير حتى أي لها له منذ ' +
  'خلال يوم عام قبل ثم به بها لكن فيه فيها حيث عليه عليها منها منه إذا أما تم نحو وقد وفي ومن وهو وهي وكان بعض الى ليس ' +
  'دون أكثر أول سوف تلك أنه أنها إلا هناك لدى كانوا بشكل حول الآن اليوم العام الدولة العالم الناس سنة عدد جديد ضد مثل';

/** Each once. */
export const everydayWords = {
  english: [...new Set(english.split(' '))],
  arabic: [...new Set(arabic.split(' '))],
} as const satisfies Record<string, readonly string[]>;
