import assert from 'node:assert/strict';
import { csv } from '../../../src/cli/formats/csv';

describe('CSV', () => {
  it('ends every row with CR LF', () => {
    assert.equal(
      csv([
        ['a', 'b'],
        [1, 2],
      ]),
      'a,b\r\n1,2\r\n',
    );
  });

  it('puts quotes around commas, quotes and line ends, and doubles quotes', () => {
    assert.equal(csv([['a,b', 'say "x"', 'two\nlines']]), '"a,b","say ""x""","two\nlines"\r\n');
  });

  it('keeps blanks at the ends of a value', () => {
    assert.equal(csv([[' a ']]), '" a "\r\n');
  });

  it('leaves cells without value empty', () => {
    assert.equal(csv([[null, undefined, '', false]]), ',,,false\r\n');
  });

  it('puts an apostrophe before what a spreadsheet would run as a formula', () => {
    const cells = ['=1+1', '+a', '-a', '@a', '\t=1', '=HYPERLINK("x")'];
    assert.equal(csv([cells]), `'=1+1,'+a,'-a,'@a,'\t=1,"'=HYPERLINK(""x"")"\r\n`);
  });

  it('leaves numbers with a sign as they are', () => {
    assert.equal(csv([[-2, '-2.5', '+3', '-1e-7']]), '-2,-2.5,+3,-1e-7\r\n');
  });
});
