/** The words of the interface in Arabic. One file a feature. */
import aligned from './ar/aligned.json' with { type: 'json' };
import app from './ar/app.json' with { type: 'json' };
import batch from './ar/batch.json' with { type: 'json' };
import builder from './ar/builder.json' with { type: 'json' };
import charts from './ar/charts.json' with { type: 'json' };
import common from './ar/common.json' with { type: 'json' };
import concordance from './ar/concordance.json' with { type: 'json' };
import exchange from './ar/exchange.json' with { type: 'json' };
import frequency from './ar/frequency.json' with { type: 'json' };
import library from './ar/library.json' with { type: 'json' };
import lines from './ar/lines.json' with { type: 'json' };
import manual from './ar/manual.json' with { type: 'json' };
import tour from './ar/tour.json' with { type: 'json' };
import passages from './ar/passages.json' with { type: 'json' };
import query from './ar/query.json' with { type: 'json' };
import reading from './ar/reading.json' with { type: 'json' };
import rules from './ar/rules.json' with { type: 'json' };
import steps from './ar/steps.json' with { type: 'json' };
import tagging from './ar/tagging.json' with { type: 'json' };

export const arabic = {
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
