package io.hallcommand.core.hall;

/**
 * The five levels of halls, the highest first.
 */
public enum HallLevel {

	PROVINCE, CITY, COUNTY, TOWNSHIP, VILLAGE

}
