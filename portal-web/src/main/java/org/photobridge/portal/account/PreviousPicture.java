package org.photobridge.portal.account;

import java.util.Optional;
import org.photobridge.portal.job.BeforeImageRepository;

/**
 * What an undo would put back, as a page shows it.
 *
 * @param kept which run kept it, and until when it is there
 * @param side the picture; or that there was none, or none that can be opened
 * @param token the name by which the browser gets the picture; empty if there is none to show
 */
public record PreviousPicture(BeforeImageRepository.Kept kept, Side side, Optional<String> token) {

    /** Where the browser gets it, inside the portal; empty text if there is nothing to show. */
    public String getAddress() {
        return token.map(name -> "/pictures?previous=" + name).orElse("");
    }

    /** Whether the target had no picture at all. */
    public boolean isNothing() {
        return side.state() == Side.State.NONE;
    }

    public int getPixels() {
        return side.picture().map(ViewPicture::side).orElse(0);
    }

    public int getKilobytes() {
        return Math.max(1, (side.picture().map(ViewPicture::bytes).orElse(0) + 512) / 1024);
    }
}
