const field = document.querySelector('input[name="receipt"]');
const digits = location.hash.slice(1);
if (field && /^\d{20}$/.test(digits)) {
  field.value = digits.replace(/(\d{4})(?=\d)/g, "$1 ");
  history.replaceState(null, "", location.pathname + location.search);
}
