"""Exports in layouts that systems print, re-created for these tests with invented companies."""

# ruff: noqa: E501 - printed lists are as wide as they are

from __future__ import annotations

NETSUITE = """\
Parent Company,,,,,,,
Brightfield Tools Inc.,,,,,,,
A/R Aging Detail,,,,,,,
As of 9/30/2025,,,,,,,
"Options: Show Zeros",,,,,,,
,,,,,,,
Customer,Transaction Type,Date,Document Number,P.O. No.,Due Date,Age,Open Balance
1004 Alpine Gear,,,,,,,
,Invoice,7/2/2025,INV1001,PO-9,8/1/2025,60,"$1,250.00"
,Invoice,9/10/2025,INV1050,,10/10/2025,-10,"$900.50"
,Credit Memo,8/15/2025,CM12,,8/15/2025,46,"($1,100.00)"
Total - 1004 Alpine Gear,,,,,,,"$1,050.50"
Total Tool Rental,,,,,,,
,Invoice,9/1/2025,INV1060,,10/1/2025,-1,$300.00
Total - Total Tool Rental,,,,,,,$300.00
Total,,,,,,,"$1,350.50"
"""

QUICKBOOKS_DESKTOP = """\
,Type,Date,Num,P. O. #,Terms,Due Date,Aging,Open Balance
Kern Lighting,,,,,,,,
,Invoice,06/01/2025,1201,,Net 30,07/01/2025,30,1200.00
,Payment,07/15/2025,55,,,,,-200.00
Total Kern Lighting,,,,,,,,1000.00
84 Lumber,,,,,,,,
,Invoice,05/02/2025,1180,88-A,Net 30,06/01/2025,60,2500.00
,Credit Memo,07/20/2025,1300,,,07/20/2025,11,-100.00
Total 84 Lumber,,,,,,,,2400.00
Ecker Design:Office Repairs,,,,,,,,
,Invoice,07/10/2025,1222,,Net 30,08/09/2025,,300.00
Total Ecker Design:Office Repairs,,,,,,,,300.00
TOTAL,,,,,,,,3700.00
"""

ORACLE_SEVEN_BUCKETS = """\
Vision Operations                     Accounts Receivable Aging 7 Buckets Report              Report Date: 05-OCT-2025
                                        As of Date: 30-SEP-2025                                    Page:    1 of 2

Currency: USD

Customer Name: Hilltop Services                 Customer Number: 1042

Invoice Number  Type  Due Date     Days Past Due  Outstanding Amount      Current       1-30      31-60      61-90     91-120    121-150      Over 150
--------------  ----  -----------  -------------  ------------------  -----------  ---------  ---------  ---------  ---------  ---------  ------------
10001           INV   15-SEP-2025             15            1,500.00                1,500.00
10002           INV   30-OCT-2025            -30              250.75       250.75
CM-77           CM    01-SEP-2025             29            <120.00>                <120.00>
                                                  ------------------
Customer Total                                              1,630.75       250.75   1,380.00
\f
Vision Operations                     Accounts Receivable Aging 7 Buckets Report              Report Date: 05-OCT-2025
                                        As of Date: 30-SEP-2025                                    Page:    2 of 2

Customer Name: Oak Street Dental                Customer Number: 1077

Invoice Number  Type  Due Date     Days Past Due  Outstanding Amount      Current       1-30      31-60      61-90     91-120    121-150      Over 150
--------------  ----  -----------  -------------  ------------------  -----------  ---------  ---------  ---------  ---------  ---------  ------------
10050           INV   01-MAR-2025            213            4,000.00                                                                           4,000.00
10051           DM    01-JUN-2025            121               80.00                                                                   80.00
PMT-5           PMT   20-SEP-2025             10            (500.00)                (500.00)
Customer Total                                              3,580.00                (500.00)                                           80.00       4,000.00

Grand Total                                                 5,210.75       250.75     880.00                                           80.00       4,000.00

                                   *** End of Report ***
"""

ORACLE_FUSION = """\
Customer Organization Name,Customer Account Number,Transaction Number,Transaction Class,Transaction Date,Due Date,Payment Terms,Days Outstanding,Outstanding Amount,Current,1-30,31-60,61-90,91-180,181+
Acme Retail,10021,5001,Invoice,2025-06-01,2025-07-01,Net 30,91,1000.00,,,,,1000.00,
Acme Retail,10021,5002,Invoice,2025-09-15,2025-10-15,Net 30,-15,200.00,200.00,,,,,
Blue Water,10044,5003,Credit Memo,2025-09-01,2025-09-01,,29,-50.00,,-50.00,,,,
,,,,,,,,1150.00,200.00,-50.00,0,0,1000.00,0
"""

XERO_INVOICE_LINES = """\
*ContactName,EmailAddress,POAddressLine1,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,*Description,*Quantity,*UnitAmount,LineAmount,AccountCode,TaxType,Currency,Type,Sent,Status
Bayside Club,a@b.c,,INV-0001,P/O 9711,13/05/2025,23/05/2025,234.0000,39.0000,0.0000,234.0000,,Golf balls,10,19.5000,195.0000,200,20% VAT,GBP,Sales invoice,Sent,Awaiting Payment
Bayside Club,a@b.c,,INV-0002,,01/06/2025,11/06/2025,541.2500,0.0000,541.2500,0.0000,A,Tees,1,500.0000,500.0000,200,No VAT,GBP,Sales invoice,Sent,Paid
Bayside Club,a@b.c,,INV-0002,,01/06/2025,11/06/2025,541.2500,0.0000,541.2500,0.0000,B,Flags,1,41.2500,41.2500,200,No VAT,GBP,Sales invoice,Sent,Paid
City Limousines,x@y.z,,INV-0003,,03/06/2025,17/06/2025,250.0000,0.0000,100.0000,150.0000,,Hire,1,250.0000,250.0000,200,No VAT,GBP,Sales invoice,Sent,Awaiting Payment
City Limousines,x@y.z,,INV-0004,,03/06/2025,17/06/2025,90.0000,0.0000,0.0000,90.0000,,Hire,1,90.0000,90.0000,200,No VAT,GBP,Sales invoice,,Draft
City Limousines,x@y.z,,CN-0005,,03/06/2025,03/06/2025,40.0000,0.0000,0.0000,40.0000,,Refund,1,40.0000,40.0000,200,No VAT,GBP,Sales credit note,,Awaiting Payment
Bank West,,,INV-0006,,03/06/2025,17/06/2025,77.0000,0.0000,0.0000,0.0000,,X,1,77.0000,77.0000,200,No VAT,GBP,Sales invoice,,Voided
"""

SAGE_300 = """\
Northwind Supplies Ltd,,,,,,,,,,,
A/R Aged Trial Balance by Due Date (ARTBSUM),,,,,,,,,,,
"Age Transactions As of","[2025-09-30]",,,,,,,,,,
"Cutoff by Document Date","[2025-09-30]",,,,,,,,,,
"Print Transactions","[Detail by Document Date]",,,,,,,,,,
"From Account","[ ] To [ZZZZ]",,,,,,,,,,
,,,,,,,,,,,
Doc.,Due,T,Doc.,,,,1 to,31 to,61 to,Over,
Date,Date,,No.,Curr,Curr Amt,Current,30 Days,60 Days,90 Days,90 Days,Rem Bal
------,------,---,------,-----,--------,-------,-------,-------,-------,-------,-------
Customer No.: 1100 ,,Name: Bargain Mart,,,,,,,,,
2025-07-15,2025-08-14,IN,IN0000000000010,CAD,"1,000.00",0.00,0.00,"1,000.00",0.00,0.00,"1,000.00"
20/09/2025,20/10/2025,IN,IN0000000000019,,"500.00",500.00,0.00,0.00,0.00,0.00,500.00
2025-09-01,2025-09-01,CN,CN0000000000003,CAD,(250.00),0.00,(250.00),0.00,0.00,0.00,(250.00)
,,,,Totals:,,500.00,(250.00),"1,000.00",0.00,0.00,"1,250.00"
,,,,,,,,,,,
Customer No.: 1200 ,,Name: Ronald Black,,,,,,,,,
2025-05-01,2025-05-31,DN,DN0000000000002,CAD,75.10,0.00,0.00,0.00,0.00,75.10,75.10
2025-09-02,2025-09-02,PI,PP0000000000007,CAD,(60.00),0.00,(60.00),0.00,0.00,0.00,(60.00)
,,,,Totals:,,0.00,(60.00),0.00,0.00,75.10,15.10
,,,,Grand Totals:,,500.00,(310.00),"1,000.00",0.00,75.10,"1,265.10"
"""

TALLY = """\
Shree Traders Pvt Ltd\t\t\t\t\t
Bills Receivable\t\t\t\t\t
1-Apr-24 to 30-Sep-24\t\t\t\t\t
Date\tRef. No.\tParty's Name\tPending\tDue on\tOverdue
\t\t\tAmount\t\tby days
1-Apr-24\tST/24-25/001\tGupta & Sons\t12,50,000.50 Dr\t1-May-24\t152
15-Sep-24\tST/24-25/099\tMehta Stores\t45,000.00 Dr\t15-Oct-24\t
10-Sep-24\tOn Account\tMehta Stores\t5,000.00 Cr\t10-Sep-24\t20
\t\tTotal\t12,90,000.50 Dr\t\t
"""

SAP_ENGLISH = """\
Customer              100045
Company Code          US01

Name                  Falcon Freight LLC
City                  Reno

-----------------------------------------------------------------------------------------------------------
| St|Assignment  |DocumentNo|Type|Doc. Date |Net due dt|  Amt in loc.cur.|LCurr|Clrng doc.|Text           |
-----------------------------------------------------------------------------------------------------------
|   |4711        |9000000100|RV  |01.08.2025|31.08.2025|         1,200.00|USD  |          |Freight        |
|   |            |1600000007|DG  |05.08.2025|00.00.0000|           150.00-|USD  |          |Credit         |
|   |            |1400000009|DZ  |20.09.2025|          |           300.00-|USD  |          |Part pay       |
-----------------------------------------------------------------------------------------------------------
| * |            |          |    |          |          |           750.00|USD  |          |               |
|** |Account 100045                                   |           750.00|USD  |          |               |
-----------------------------------------------------------------------------------------------------------
|***|            |          |    |          |          |           750.00|USD  |          |               |
"""
