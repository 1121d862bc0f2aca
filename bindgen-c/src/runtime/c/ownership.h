
/*
 * Whose things are, in short. What you pass to a function that you call is only read there and stays yours, but owned
 * handles move. What such a function gives you is yours: free it with the function that its comment names. What an
 * exported function of yours is passed is yours too; the memory of what it gives back is freed for you. To free a value
 * after a handle in it has moved elsewhere, set that `__handle` to 0 first.
 */
