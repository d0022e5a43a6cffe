package org.incumbent.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalNamesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			THE NORTH TEST NHS FOUNDATION TRUST        | The North Test NHS Foundation Trust
			NHS VALE AND HILL OF THE WOLD CCG          | NHS Vale and Hill of the Wold CCG
			NHS GREATER TESTSHIRE ICB - 01W            | NHS Greater Testshire ICB - 01W
			NHS NORTH COUNTRY ICB - D2P2L              | NHS North Country ICB - D2P2L
			SUTTON - SUB-ICB REPORTING ENTITY          | Sutton - Sub-ICB Reporting Entity
			BOARD - THE SECOND                         | Board - The Second
			STOCKTON-ON-TEES GP SURGERY                | Stockton-on-Tees GP Surgery
			DR MCKENZIE & PARTNERS                     | Dr McKenzie & Partners
			DR MR O'CONNELL'S PRACTICE                 | Dr MR O'Connell's Practice
			MACCLESFIELD AND MACHYNLLETH OOH           | Macclesfield and Machynlleth OOH
			ST. MARY'S MED.CTR. (ST.HELENS)            | St. Mary's Med.Ctr. (St.Helens)
			ST THOMAS' HOSPITAL LTD                    | St Thomas' Hospital Ltd
			KING HENRY VIII PRACTICE II                | King Henry VIII Practice II
			THE L'AUMONE SURGERY                       | The L'Aumone Surgery
			WEST - H&J COMMISSIONING HUB               | West - H&J Commissioning Hub
			A&E AND UCC AT THE ENT UNIT                | A&E and UCC at the ENT Unit
			HMP/YOI TESTWOOD                           | HMP/YOI Testwood
			THE 2ND FLOOR CLINIC IC24                  | The 2nd Floor Clinic IC24
			IN HEALTH                                  | In Health
			G.P. SUITE                                 | G.P. Suite
			The Already Written NHS Trust              | The Already Written NHS Trust
			LIVING WELL                                | Living Well
			CIVIC MIX CENTRE                           | Civic Mix Centre
			""")
	void capitalsAreForBeginningsAndAcronyms(String capitals, String name) {
		assertThat(CapitalNames.of(capitals)).isEqualTo(name);
	}

}
