// Tabs whose open one stands in the address, and buttons that copy a text.
(function () {
  'use strict';
  document.addEventListener('click', function (event) {
    var tab = event.target.closest('[data-tab]');
    if (tab && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      var tabbed = tab.closest('[data-open]');
      tabbed.setAttribute('data-open', tab.getAttribute('data-tab'));
      tabbed.querySelectorAll('[data-tab]').forEach(function (other) {
        other.setAttribute('aria-current', String(other === tab));
      });
      history.replaceState(null, '', tab.href);
      return;
    }
    var button = event.target.closest('[data-copy]');
    if (button) {
      copy(document.getElementById(button.getAttribute('data-copy')));
      button.querySelector('span:last-child').textContent = button.getAttribute('data-copied');
    }
  });
  function copy(from) {
    if (navigator.clipboard) {
      navigator.clipboard.writeText(from.textContent);
      return;
    }
    // Without a secure connection browsers have no clipboard: select it, so that Ctrl+C does the rest.
    var range = document.createRange();
    range.selectNodeContents(from);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.execCommand('copy');
  }
})();
