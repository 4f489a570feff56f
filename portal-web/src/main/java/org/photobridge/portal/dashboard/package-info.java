/** The first page: coverage now and over weeks, what runs, what failed, and the one thing to do next. */
package org.photobridge.portal.dashboard;
