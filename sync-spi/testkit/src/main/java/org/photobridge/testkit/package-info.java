/**
 * What the tests of a provider, and of a host, are made of: contract tests that every provider passes, fakes that can be
 * told what to do, and time that moves only when a test moves it.
 */
package org.photobridge.testkit;
