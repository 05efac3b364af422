// A code stands behind the # of an address, which browsers send nowhere. The field marked data-code gets it; where the mark says
// "open", its form is sent at once, in the place of the page that asked. The answer names its address, so that it can be
// reloaded and kept.

const { address } = document.body.dataset;
if (address) {
  history.replaceState(history.state, "", address);
}
const kept = location.href;
const behind = () => location.hash.slice(1);
// the way past the menu leads behind a # as well
const isHere = () => document.getElementById(behind()) !== null;
// browsers keep what stands behind the # of a form's address, also past a redirect
const keep = (form) => form.setAttribute("action", form.getAttribute("action") + location.hash);

const field = document.querySelector("[data-code]");
if (field && !address && behind() && !isHere()) {
  field.value = behind();
  if (field.dataset.code === "open") {
    keep(field.form);
    field.form.submit();
  }
}
// signing in leads back to the page that was asked for, whose code the server never knew
for (const form of document.querySelectorAll("form[data-keeps-code]")) {
  keep(form);
}

// a link to where we are opens it anew, which browsers do not by themselves
for (const link of document.querySelectorAll("main a")) {
  if (link.href === kept) {
    link.addEventListener("click", () => location.reload());
  }
}
window.addEventListener("hashchange", () => {
  if (isHere()) {
    history.replaceState(history.state, "", kept);
  } else {
    location.reload();
  }
});
