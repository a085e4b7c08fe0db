// Loaded before every script (`node -r`), in the oldest JavaScript there is: a Node that could not even read the scripts
// gets one clear line from here instead of a syntax error.
'use strict';

var oldest = 20;
if (parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    'lectern: Node ' + oldest + ' or newer is needed to install Lectern (this is Node ' + process.versions.node + ')\n',
  );
  process.exit(1);
}
