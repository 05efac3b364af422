// Cards as they are printed: nine characters of Crockford's base 32, the last one a check over GF(2⁵). A wrong character is
// noticed while the household still stands there. Bags, plates and addresses are left to the server.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 9;
const POLYNOMIAL = 0b100101;

/** What was scanned or typed without blanks, and of a web address the end, behind the # of a plate. */
export function plain(typed) {
  const text = typed.normalize("NFKC").replace(/\s+/g, "");
  return text.replace(/\/+$/, "").split(/[/#]/).pop().toUpperCase();
}

/** Whether it has the form of a card, but its check character is wrong. */
export function isMistyped(typed) {
  const text = plain(typed);
  if (!/^ZX-?/.test(text)) {
    return false;
  }
  const code = text.slice(2).replace(/[^A-Z0-9]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return code.length === LENGTH && checkOf(code) !== ALPHABET.indexOf(code[LENGTH - 1]);
}

function checkOf(code) {
  let check = 0;
  for (let i = 0; i < LENGTH - 1; i++) {
    const doubled = (check ^ ALPHABET.indexOf(code[i])) << 1;
    check = doubled > 31 ? doubled ^ POLYNOMIAL : doubled;
  }
  return check;
}
