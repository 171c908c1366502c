package fr.quartdheure.atlas.siting.median;

/** Hoare's selection on an index. */
final class Selection {

    private Selection() {}

    /** Reorders the index so that its first {@code count} entries have the least values. */
    static void least(int[] index, double[] value, int count) {
        int low = 0;
        int high = index.length - 1;
        while (low < high && count > low && count <= high) {
            int left = low;
            int right = high;
            double pivot = value[index[(low + high) >>> 1]];
            while (left <= right) {
                while (value[index[left]] < pivot) {
                    left++;
                }
                while (value[index[right]] > pivot) {
                    right--;
                }
                if (left <= right) {
                    int kept = index[left];
                    index[left++] = index[right];
                    index[right--] = kept;
                }
            }
            if (count <= right) {
                high = right;
            } else if (count > left) {
                low = left;
            } else {
                // Between the two parts: everything before is at most the pivot, everything after at least.
                return;
            }
        }
    }
}
