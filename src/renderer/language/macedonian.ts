/** The words of the interface in Macedonian. One file a feature. */
import aligned from './mk/aligned.json' with { type: 'json' };
import app from './mk/app.json' with { type: 'json' };
import batch from './mk/batch.json' with { type: 'json' };
import builder from './mk/builder.json' with { type: 'json' };
import charts from './mk/charts.json' with { type: 'json' };
import common from './mk/common.json' with { type: 'json' };
import concordance from './mk/concordance.json' with { type: 'json' };
import exchange from './mk/exchange.json' with { type: 'json' };
import frequency from './mk/frequency.json' with { type: 'json' };
import library from './mk/library.json' with { type: 'json' };
import lines from './mk/lines.json' with { type: 'json' };
import manual from './mk/manual.json' with { type: 'json' };
import tour from './mk/tour.json' with { type: 'json' };
import passages from './mk/passages.json' with { type: 'json' };
import query from './mk/query.json' with { type: 'json' };
import reading from './mk/reading.json' with { type: 'json' };
import rules from './mk/rules.json' with { type: 'json' };
import steps from './mk/steps.json' with { type: 'json' };
import tagging from './mk/tagging.json' with { type: 'json' };

export const macedonian = {
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
