/** Texts that try a reader: one as long as a short book, and one in five languages and three scripts, right to left among them. */

const sentences = [
  'The lake lay still, and the fishermen spoke in whispers.',
  'Nobody on the shore had counted the boats that came back.',
  'في الصباح كانت البحيرة هادئة والصيادون يتكلمون همسًا.',
  'Рибарите зборуваа тивко, а езерото беше мирно како стакло.',
];

/** Paragraphs of about 500 characters: the third of every four in Arabic. */
function paragraph(number: number): string {
  const sentence = sentences[number % sentences.length]!;
  return Array.from({ length: Math.ceil(500 / sentence.length) }, () => sentence).join(' ');
}

/** 600 paragraphs, 300,000 characters and more. */
export const longArticle = Array.from({ length: 600 }, (_, number) => paragraph(number)).join('\n');

/** A paragraph each in English, Arabic, Macedonian, Hebrew and Greek. */
export const manyLanguages = [
  'The lake is quiet (البحيرة) in the morning.',
  'البحيرة هادئة (the lake) في الصباح.',
  'Езерото е мирно наутро.',
  'שלום, האגם שקט בבוקר.',
  'Η λίμνη είναι ήσυχη το πρωί.',
].join('\n\n');
