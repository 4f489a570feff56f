/** Requests, queue, runs and their outcomes, the worker of a plan, schedules. */
package org.photobridge.portal.job;
