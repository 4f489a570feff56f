/** Microsoft Entra ID: the token end point and the tokens that it gives out. */
package org.photobridge.simulator.entra;
