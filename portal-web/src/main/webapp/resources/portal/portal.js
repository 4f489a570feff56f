// The menu on narrow screens.
(function () {
  'use strict';
  var button = document.querySelector('.pb-menu-button');
  var menu = document.getElementById('menu');
  if (!button || !menu) {
    return;
  }
  function show(open) {
    button.setAttribute('aria-expanded', String(open));
    menu.classList.toggle('pb-open', open);
  }
  button.addEventListener('click', function () {
    show(button.getAttribute('aria-expanded') !== 'true');
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && button.getAttribute('aria-expanded') === 'true') {
      show(false);
      button.focus();
    }
  });
})();

// Marks the page that is open, in the menu and beside the other settings.
(function () {
  'use strict';
  var here = location.pathname === '/' ? '/index.xhtml' : location.pathname;
  document.querySelectorAll('#menu a, .pb-settings-nav a').forEach(function (link) {
    var covers = (link.getAttribute('data-covers') || '').split(' ');
    if (link.pathname === here || covers.indexOf(here) >= 0) {
      link.setAttribute('aria-current', 'page');
    }
  });
})();

// What an answer can't say because there is none: too much was sent, or the portal is away. What was typed stays.
(function () {
  'use strict';
  var main = document.getElementById('content');
  var words = document.getElementById('not-done');
  if (!main || !words || !window.jQuery) {
    return;
  }
  // PrimeFaces itself gives a button back only after an answer that it understood.
  function release() {
    document.querySelectorAll('.ui-state-loading[id]').forEach(function (button) {
      var widget = window.PrimeFaces.getWidgetById(button.id);
      if (widget && widget.endAjaxDisabled) {
        widget.endAjaxDisabled(widget);
      } else if (widget) {
        window.PrimeFaces.buttonEndAjaxDisabled(widget, window.jQuery(button));
      }
    });
  }
  window.jQuery(document).on('pfAjaxError', function (event, xhr) {
    if (xhr.statusText === 'abort') {
      return;
    }
    words.textContent = xhr.status === 413 ? main.dataset.tooLarge : main.dataset.notDone;
    words.hidden = false;
    release();
  });
  window.jQuery(document).on('pfAjaxSuccess', function () {
    words.hidden = true;
  });
})();
