/** The words of the interface in English: the other languages are checked against these. One file a feature. */
import aligned from './en/aligned.json' with { type: 'json' };
import app from './en/app.json' with { type: 'json' };
import batch from './en/batch.json' with { type: 'json' };
import builder from './en/builder.json' with { type: 'json' };
import charts from './en/charts.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import concordance from './en/concordance.json' with { type: 'json' };
import exchange from './en/exchange.json' with { type: 'json' };
import frequency from './en/frequency.json' with { type: 'json' };
import library from './en/library.json' with { type: 'json' };
import lines from './en/lines.json' with { type: 'json' };
import manual from './en/manual.json' with { type: 'json' };
import tour from './en/tour.json' with { type: 'json' };
import passages from './en/passages.json' with { type: 'json' };
import query from './en/query.json' with { type: 'json' };
import reading from './en/reading.json' with { type: 'json' };
import rules from './en/rules.json' with { type: 'json' };
import steps from './en/steps.json' with { type: 'json' };
import tagging from './en/tagging.json' with { type: 'json' };

export const english = {
  aligned,
  app,
  batch,
  builder,
  charts,
  common,
  concordance,
  exchange,
  frequency,
  library,
  lines,
  manual,
  tour,
  passages,
  query,
  reading,
  rules,
  steps,
  tagging,
};
