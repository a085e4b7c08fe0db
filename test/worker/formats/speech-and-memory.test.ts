/** Subtitles, translation memories, e-mail. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { extractFrom } from './building.ts';

describe('subtitles', () => {
  it('joins cues to sentences and drops numbers, times and marks', async () => {
    const srt =
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Every morning</i> the old man\r\n\r\n2\r\n00:00:02,600 --> 00:00:04,000\r\n{\\an8}walked to the river.\r\n\r\n' +
      '3\r\n00:00:09,000 --> 00:00:10,000\r\n- Who is there?\r\n- Nobody.\r\n\r\n4\r\n00:00:30,000 --> 00:00:31,000\r\nلا أحد هنا\r\n';
    const { documents, format } = await extractFrom(srt, 'a.srt');
    expect(format).toBe('srt');
    expect(documents[0]!.text).toBe(
      'Every morning the old man walked to the river.\n- Who is there?\n- Nobody.\nلا أحد هنا\n',
    );
  });

  it('reads WebVTT with names, notes, styles and rolling lines', async () => {
    const vtt =
      'WEBVTT\nLanguage: mk\n\nNOTE not spoken\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ана>Добро утро</v> &amp; среќа\n\n' +
      '00:02.000 --> 00:03.000\nДобро утро &amp; среќа\nна сите.\n';
    const { documents, format } = await extractFrom(vtt, 'a.vtt');
    expect(format).toBe('vtt');
    expect(documents[0]).toMatchObject({ text: 'Добро утро & среќа на сите.\n', language: 'mk' });
  });
});

describe('tmx', () => {
  const tmx = `<?xml version="1.0"?><tmx version="1.4"><header srclang="en" datatype="plaintext"/><body>
    <tu><tuv xml:lang="mk"><seg>Прва</seg></tuv><tuv xml:lang="en"><seg>First <bpt i="1">&lt;b&gt;</bpt>one<ept i="1">&lt;/b&gt;</ept></seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>Only <hi>English</hi></seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>Third
      unit</seg></tuv><tuv xml:lang="MK"><seg>Трета</seg></tuv><tuv lang="ar"><seg>الثالثة</seg></tuv></tu></body></tmx>`;

  it('makes a document of each language and keeps what belongs together', async () => {
    const { documents, links } = await extractFrom(tmx, 'a.tmx');
    expect(documents.map(({ part, language, text }) => [part, language, text])).toEqual([
      ['en', 'en', 'First one\nOnly English\nThird unit\n'],
      ['mk', 'mk', 'Прва\nТрета\n'],
      ['ar', 'ar', 'الثالثة\n'],
    ]);
    expect(links).toEqual([
      {
        a: 'en',
        b: 'mk',
        pairs: [
          [0, 0],
          [2, 1],
        ],
      },
      { a: 'en', b: 'ar', pairs: [[2, 0]] },
      { a: 'mk', b: 'ar', pairs: [[1, 0]] },
    ]);
  });
});

describe('eml', () => {
  it('reads the text part, the subject, the people and the date', async () => {
    const mail =
      'From: =?utf-8?B?0JDQvdCw?= <ana@example.org>\r\nTo: b@example.org\r\nSubject: =?windows-1251?B?z/Do4uXy?=\r\nDate: Mon, 14 Mar 2022 10:00:00 +0200\r\nMIME-Version: 1.0\r\n' +
      'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=D0=97=D0=B4=D1=80=D0=B0=D0=B2=D0=BE\r\n' +
      '--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n';
    const { documents, notes } = await extractFrom(mail, 'a.eml');
    expect(documents[0]).toMatchObject({
      title: 'Привет',
      metadata: { author: 'Ана <ana@example.org>', to: 'b@example.org', date: '2022-03-14T08:00:00.000Z' },
    });
    expect(documents[0]!.text.trim()).toBe('Здраво');
    expect(notes).toEqual(['1 attachments are not read']);
  });

  it('reads HTML where there is no text part, in the encoding of the part', async () => {
    const head =
      'Subject: s\r\nContent-Type: text/html; charset=windows-1256\r\nContent-Transfer-Encoding: 8bit\r\n\r\n';
    const mail = iconv.encode(
      `${head}<html><body><p>السلام</p><img src="http://example.invalid/x.png"></body></html>\r\n`,
      'windows-1256',
    );
    expect((await extractFrom(mail, 'a.eml')).documents[0]!.text).toBe('السلام\n');
  });
});
