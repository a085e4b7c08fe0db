/** Saved e-mails: the text part, else the HTML part as text. Attachments are counted, not opened. */
import PostalMime from 'postal-mime';
import { readPage } from './blocks.ts';
import type { Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';

interface Mailbox {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

const shown = ({ name, address }: Mailbox): string =>
  name ? (address ? `${name} <${address}>` : name) : (address ?? '');

function isoDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const parsed = Date.parse(date);
  return Number.isNaN(parsed) ? date : new Date(parsed).toISOString();
}

const largestHeaders = 1 << 20;

export const readEml: Reader = async (bytes, _options, meter): Promise<Extraction> => {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: largestHeaders });
  meter.clock();
  const plain = mail.text?.trim() ? mail.text : undefined;
  const text = plain ?? (mail.html === undefined ? '' : readPage(mail.html, meter).text);
  const notes = mail.attachments.length > 0 ? [`${mail.attachments.length} attachments are not read`] : [];
  const document = extracted({
    text,
    title: mail.subject,
    metadata: {
      author: mail.from ? shown(mail.from) : undefined,
      to: mail.to?.map(shown).join('; '),
      date: isoDate(mail.date),
      identifier: mail.messageId,
    },
  });
  return { documents: [document], format: 'eml', notes };
};
