// Stands in for `mocha` in the bundled suite: the browser build, which runs in the Node host too, under Node's interface.
// @ts-expect-error: it has no types of its own
require('mocha/mocha.js');
module.exports = Reflect.get(globalThis, 'Mocha');
