namespace IdOcrPortal.Documents;

/// <summary>
/// Takes an address apart without losing text: what belongs to no part stays under <see cref="FieldNames.Address"/>. Labels stay with their parts, as printed, for
/// they tell a regency from a city; only signs that part (commas, blanks, slashes) go.
/// </summary>
public static class AddressParts
{
    /// <summary>
    /// The parts, the largest first, then the postcode, then what is left. Each field stands there once at most; an address that the style's rules don't fit
    /// comes back whole, under <see cref="FieldNames.Address"/>.
    /// </summary>
    /// <param name="address">As printed; several lines may be parted by line feeds.</param>
    /// <param name="style">How parts are marked.</param>
    public static IReadOnlyList<(string Field, string Text)> Split(string address, AddressStyle style)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = PlainText.Clean(address);
        var cuts = new AddressCuts(text);
        switch (style)
        {
            case AddressStyle.Cambodian:
                LabelledAddress.Cut(cuts, LabelledAddress.Cambodian);
                break;
            case AddressStyle.Indonesian:
                cuts.CutPostcode();
                IndonesianNeighbourhood.Cut(cuts);
                LabelledAddress.Cut(cuts, LabelledAddress.Indonesian);
                break;
            case AddressStyle.Thai:
                cuts.CutPostcode();
                LabelledAddress.Cut(cuts, LabelledAddress.Thai);
                break;
            case AddressStyle.Malaysian:
                MalaysianAddress.Cut(cuts);
                break;
            case AddressStyle.Chinese:
                ChineseAddress.Cut(cuts);
                break;
            case AddressStyle.Vietnamese:
                PartedAddress.Cut(cuts);
                break;
            case AddressStyle.Commas:
                cuts.CutPostcode(digits: 4);
                PartedAddress.Cut(cuts);
                break;
        }

        return cuts.Parts();
    }
}
