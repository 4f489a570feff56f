// The menu on narrow screens, and the mark on the entry of the open page.
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
  var here = location.pathname === '/' ? '/index.xhtml' : location.pathname;
  menu.querySelectorAll('a').forEach(function (link) {
    var covers = (link.getAttribute('data-covers') || '').split(' ');
    if (link.pathname === here || covers.indexOf(here) >= 0) {
      link.setAttribute('aria-current', 'page');
    }
  });
})();
